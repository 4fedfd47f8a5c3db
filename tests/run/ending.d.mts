export const ENDING_SIGNALS: ('SIGINT' | 'SIGTERM' | 'SIGHUP')[];
export function toldToEnd(): AbortSignal;
export function exitCodeOf(signal: 'SIGINT' | 'SIGTERM' | 'SIGHUP'): number;
