import { seedTests } from './seed-tests';

seedTests(1);
