import { DISK_FULL } from './disk-full.js';
import { FOLDER_DELETED } from './folder.js';
import { HOMES_BAD } from './homes.js';
import { KILL } from './kill/index.js';
import { OUTPUTS_CLOSED } from './outputs.js';
import { SIGNALLED } from './signals.js';
import type { Trial } from './trial.js';
import { TWO_PROGRAMS } from './two-programs.js';

export const TRIALS: readonly Trial[] = [
	KILL,
	TWO_PROGRAMS,
	DISK_FULL,
	HOMES_BAD,
	SIGNALLED,
	OUTPUTS_CLOSED,
	FOLDER_DELETED,
];
