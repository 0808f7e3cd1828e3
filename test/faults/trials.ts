import { KILL } from './kill/index.js';
import type { Trial } from './trial.js';

export const TRIALS: readonly Trial[] = [KILL];
