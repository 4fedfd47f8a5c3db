import { seedTests } from './seed-tests';

seedTests(76, 75);
