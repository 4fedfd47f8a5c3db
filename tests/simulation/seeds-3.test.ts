import { seedTests } from './seed-tests';

seedTests(151, 75);
