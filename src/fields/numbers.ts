/** Numbers as they stand in an input. */
import { msg } from '@lit/localize';

/** The shortest text that reads back as the number to ten digits, without grouping. */
export const writeNumber = (value: number): string => String(Number(value.toPrecision(10)));

/** Whether a text means less than nothing, whichever minus was typed. */
export const isNegative = (text: string): boolean => /^[-−–]\s*\d/.test(text.trim());

/** What a field for times says about a negative one. */
export const belowZero = (): string => msg('A time cannot be negative.');
