export function claimOut(wanted: string): { out: string; release(): void };
