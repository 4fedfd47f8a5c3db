export class Trouble extends Error {}
export function sentenceOf(error: unknown): string;
export function complain(error: unknown, debug: boolean): void;
export function firstLine(error: unknown): string;
