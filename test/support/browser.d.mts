/** Types of the browser finder for tests written in TypeScript. */
export declare const FLAGS: string[];
export declare function findBrowser(): Promise<{ path: string; env: Record<string, string>; from: string }>;
