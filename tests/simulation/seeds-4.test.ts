import { seedTests } from './seed-tests';

seedTests(226, 75);
