/** Texts of findings about calendars and the scenario's clock. */
import { msg, str } from '@lit/localize';
import type { IssueTexts } from '../issue-texts.ts';

export const calendarIssues: IssueTexts = {
  'calendar-empty': (i) => msg(str`The calendar “${i.elementName}” has no open hours. Add at least one line of hours.`),
  'calendar-never-open': (i) =>
    msg(str`The calendar “${i.elementName}” is never open. Choose weekdays for at least one line of hours.`),
  'calendar-days': (i) =>
    msg(
      str`Line ${i.values?.['rule']} of the calendar “${i.elementName}” names a weekday that does not exist. Weekdays run from 1 (Monday) to 7 (Sunday).`,
    ),
  'calendar-hours': (i) =>
    msg(
      str`Line ${i.values?.['rule']} of the calendar “${i.elementName}” has hours outside the day. Enter times from 00:00 to 24:00.`,
    ),
  'calendar-share': (i) =>
    msg(
      str`Line ${i.values?.['rule']} of the calendar “${i.elementName}” gives people ${i.values?.['share']} of their time. Enter a share from 0 to 100 %.`,
    ),
  'holiday-date': (i) =>
    msg(
      str`“${i.values?.['date']}” is not a date, so this holiday of the calendar “${i.elementName}” is unknown. Write it as year-month-day, such as 2026-10-01.`,
    ),
  'holiday-order': (i) =>
    msg(
      str`A holiday of the calendar “${i.elementName}” ends on ${i.values?.['until']}, before it begins on ${i.values?.['date']}. Swap the two dates.`,
    ),
  'start-not-a-date': (i) =>
    msg(
      str`“${i.values?.['start']}” is not a date and time the run could start at. Write it like 2026-01-05T09:00:00.`,
    ),
  'unknown-time-zone': (i) =>
    msg(
      str`The time zone “${i.values?.['timeZone']}” is unknown here. Choose one from the list, such as Asia/Shanghai, or none.`,
    ),
};
