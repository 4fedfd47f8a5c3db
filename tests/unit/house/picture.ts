import type { Room } from './rooms';

/** The house as text, top floor first: a room stands above all that it imports. */
export function picture(rooms: readonly Room[]): string {
  const floors = new Map<string, number>();
  const floorOf = (at: string): number => {
    const known = floors.get(at);
    if (known !== undefined) return known;
    const room = rooms.find((one) => one.at === at);
    const below = [...(room?.rooms ?? []), ...(room?.types ?? [])].map(floorOf);
    const floor = below.length === 0 ? 0 : Math.max(...below) + 1;
    floors.set(at, floor);
    return floor;
  };
  for (const { at } of rooms) floorOf(at);
  const lines: string[] = [];
  for (let floor = Math.max(...floors.values()); floor >= 0; floor -= 1) {
    const here = rooms.filter(({ at }) => floors.get(at) === floor).map(({ at }) => shortOf(at));
    lines.push(`${String(floor).padStart(2)}  ${here.join('   ')}`);
  }
  return lines.join('\n');
}

function shortOf(at: string): string {
  return at.replace(/^utils\//, '');
}
