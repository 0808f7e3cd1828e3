import { DISK_FULL } from './disk-full.js';
import { FOLDER_DELETED } from './folder.js';
import { BAD_HOMES } from './homes.js';
import { KILL } from './kill/index.js';
import { CLOSED_OUTPUTS } from './outputs.js';
import { SIGNALLED } from './signals.js';
import type { Trial } from './trial.js';
import { TWO_PROGRAMS } from './two-programs.js';

export const TRIALS: readonly Trial[] = [
	KILL,
	TWO_PROGRAMS,
	DISK_FULL,
	BAD_HOMES,
	SIGNALLED,
	CLOSED_OUTPUTS,
	FOLDER_DELETED,
];
