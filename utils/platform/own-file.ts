/** A JSON file that the extension brings along, by its path in it. Rejects where there is none. */
export async function ownJson(path: string): Promise<unknown> {
  const answer = await fetch(`/${path}`);
  return answer.json();
}
