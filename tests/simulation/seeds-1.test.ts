import { seedTests } from './seed-tests';

seedTests(1, 75);
