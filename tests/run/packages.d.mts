export function packagesTrouble(printed: string): string;
