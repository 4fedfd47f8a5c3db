/** People at work on clients in TPS. */
import { nothingToDo, pickOr, type WorkScene } from './scene';

const NAMES = ['Gagnon', 'Okafor', 'Nguyen', 'Côté', 'Singh', 'Petrov', 'Lévesque', 'Mbeki'];

/** A name that nobody else in these books bears, most of the time. */
export function newName({ random }: WorkScene): string {
  return `${random.pick(NAMES)} ${random.pick(['Services', 'Transport', 'Atelier', 'Studio'])} ${random.int(100, 999)}`;
}

export function contactChange({ random }: WorkScene) {
  return random.pick([
    { email: `post${random.int(1, 999)}@sim.example` },
    { phone: `514 555-${String(random.int(100, 999)).padStart(4, '0')}` },
    { city: random.pick(['Laval', 'Gatineau', 'Sherbrooke']) },
    { firstName: random.pick(['Ada', 'Émile', 'Ngozi']) },
  ]);
}

function pickClient({ books, random }: WorkScene, status: 'active' | 'inactive' | 'deleted') {
  return pickOr(
    random,
    books.clients.all().filter((client) => client.status === status),
  );
}

export function tpsClient(scene: WorkScene): void {
  const name = newName(scene);
  const code = `${name.slice(0, 4).toUpperCase()}${scene.random.int(10, 99)}`;
  scene.books.clients.create({ code, name, email: `${code.toLowerCase()}@sim.example` });
}

export function tpsClientEdit(scene: WorkScene): void {
  const client = pickClient(scene, 'active');
  const change = contactChange(scene);
  const { address } = client;
  const whole = 'city' in change ? { address: { ...address, city: change.city } } : change;
  scene.books.patch('client', client.id, whole);
}

export function tpsClientRename(scene: WorkScene): void {
  scene.books.patch('client', pickClient(scene, 'active').id, { name: newName(scene) });
}

export function tpsClientInactive(scene: WorkScene): void {
  scene.books.patch('client', pickClient(scene, 'active').id, { status: 'inactive' });
}

export function tpsClientActive(scene: WorkScene): void {
  scene.books.patch('client', pickClient(scene, 'inactive').id, { status: 'active' });
}

export function tpsClientDelete(scene: WorkScene): void {
  const idle = scene.books.clients
    .all()
    .filter((client) => client.status !== 'deleted' && Number(client.arBalance) === 0);
  scene.books.clients.remove(pickOr(scene.random, idle).id);
}

export function tpsClientRestore(scene: WorkScene): void {
  scene.books.clients.restore(pickClient(scene, 'deleted').id);
}

/** The flag *Exclude from Sync* of TPS itself. */
export function tpsExclude(scene: WorkScene): void {
  const { books, random } = scene;
  const client = pickOr(random, books.clients.all());
  if (client.status === 'deleted') nothingToDo();
  books.clients.exclude(client.id, !client.excludeFromSync);
}
