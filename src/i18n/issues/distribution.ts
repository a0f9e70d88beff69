/** Texts of findings about the parameters of distributions. */
import { msg, str } from '@lit/localize';
import type { Issue } from '#simulation';
import { distributionLabel, paramLabel } from '../distribution-texts.ts';
import type { IssueTexts } from '../issue-texts.ts';

/** The element the distribution belongs to; the distribution itself when it is judged alone, as in a form. */
const where = (issue: Issue): string => issue.elementName ?? distribution(issue);
const distribution = (issue: Issue): string => distributionLabel(String(issue.values?.['type'] ?? ''));
const param = (issue: Issue): string =>
  paramLabel(String(issue.values?.['type'] ?? ''), String(issue.values?.['param'] ?? ''));

export const distributionIssues: IssueTexts = {
  'distribution-unknown': (i) =>
    msg(str`${where(i)}: there is no distribution “${i.values?.['type'] ?? ''}”. Choose one from the list.`),
  'distribution-missing-parameter': (i) =>
    msg(str`${where(i)}: the distribution “${distribution(i)}” needs a value for “${param(i)}”. Enter one.`),
  'distribution-extra-parameter': (i) =>
    msg(
      str`${where(i)}: the distribution “${distribution(i)}” has no parameter “${i.values?.['param'] ?? ''}”. Choose the distribution again from the list.`,
    ),
  'distribution-not-a-number': (i) =>
    msg(str`${where(i)}: “${param(i)}” of the distribution “${distribution(i)}” must be a finite number. Correct it.`),
  'distribution-not-a-list': (i) =>
    msg(
      str`${where(i)}: “${param(i)}” of the distribution “${distribution(i)}” must be a list of numbers. Enter one value or more.`,
    ),
  'distribution-negative-time': (i) =>
    msg(str`${where(i)}: “${param(i)}” is a time and cannot be negative. Enter 0 or more.`),
  'distribution-order': (i) =>
    msg(
      str`${where(i)}: the values are not in order. Make the minimum the smallest and the maximum the largest of them.`,
    ),
  'distribution-edges-order': (i) =>
    msg(str`${where(i)}: the bin edges are not in ascending order. Sort them together with their weights.`),
  'distribution-negative-sd': (i) =>
    msg(str`${where(i)}: the standard deviation cannot be negative. Enter 0 (no spread) or more.`),
  'distribution-negative-mean': (i) => msg(str`${where(i)}: the mean cannot be negative here. Enter 0 or more.`),
  'distribution-negative-scale': (i) => msg(str`${where(i)}: the scale cannot be negative. Enter 0 or more.`),
  'distribution-lognormal-mean': (i) =>
    msg(
      str`${where(i)}: a lognormal time with spread needs a mean above 0. Enter one, or set the standard deviation to 0.`,
    ),
  'distribution-window': (i) =>
    msg(
      str`${where(i)}: the minimum and the maximum lie so far from the mean that hardly any value is possible between them. Move them nearer or raise the standard deviation.`,
    ),
  'distribution-out-of-range': (i) =>
    msg(
      str`${where(i)}: these numbers are too extreme to calculate with, or lead to values without limit. Bring them nearer to what was measured.`,
    ),
  'distribution-heavy-tail': (i) =>
    msg(
      str`${where(i)}: the standard deviation is ${i.values?.['times'] ?? ''} times the mean, so that rare, very long times decide every figure and the mean settles slowly. Check the values, or expect wide intervals.`,
    ),
  'distribution-shape': (i) => msg(str`${where(i)}: shape parameters must be above 0. Enter a positive number.`),
  'distribution-stages': (i) =>
    msg(str`${where(i)}: the number of stages k must be a whole number of at least 1. Correct it.`),
  'distribution-trials': (i) =>
    msg(str`${where(i)}: the number of trials must be a whole number of at least 0. Correct it.`),
  'distribution-probability': (i) =>
    msg(str`${where(i)}: a probability lies between 0 and 1. Enter for example 0.25 for a quarter.`),
  'distribution-empty-list': (i) => msg(str`${where(i)}: the list of values is too short. Add values.`),
  'distribution-list-lengths': (i) =>
    msg(
      str`${where(i)}: the lists do not match. Give one weight per value (per bin in a histogram, which has one edge more than bins).`,
    ),
  'distribution-negative-weight': (i) => msg(str`${where(i)}: weights cannot be negative. Enter 0 or more.`),
  'distribution-zero-weights': (i) =>
    msg(str`${where(i)}: all weights are 0, so nothing can be drawn. Give at least one value a weight above 0.`),
};
