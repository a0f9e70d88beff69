/** What compilers are to know of numbers. */

/** The number itself, of which compilers then know that it is an integer (of 32 bits): they need not make sure before they store it. */
export const integer = (x: number): number => x | 0;
