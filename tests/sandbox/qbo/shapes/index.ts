import type { EntityName } from '../entity-name';
import { documentShapes } from './documents';
import { listShapes } from './lists';
import { settingShapes } from './settings';
import type { Shape } from './shape';

const shapes: Readonly<Record<EntityName, Shape>> = {
  ...listShapes,
  ...documentShapes,
  ...settingShapes,
};

/** The properties known of `entity`. */
export function shapeOf(entity: EntityName): Shape {
  return shapes[entity];
}
