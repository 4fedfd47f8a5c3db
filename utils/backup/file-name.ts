const NAME_LENGTH_MAX = 40;

/**
 * Name under which the user finds the backup again: `backup-cabinet-roy-20260302-1500Z.jsonl.gz`.
 * The time is UTC, to the minute.
 */
export function backupFileName(company: string, madeAt: string): string {
  const plain = company
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, NAME_LENGTH_MAX)
    .replace(/^-+|-+$/g, '');
  const [day = '', time = ''] = madeAt.split('T');
  const minute = time.slice(0, 5).replace(':', '');
  return `backup-${plain || 'books'}-${day.replaceAll('-', '')}-${minute}Z.jsonl.gz`;
}
