/** The text of a number in an input. */

/** The shortest text that reads back as the number to ten digits, without grouping. */
export const writeNumber = (value: number): string => String(Number(value.toPrecision(10)));
