import { writeWhole } from '../../../src/storage/whole-file.js';

/** What the program is asked for, as JSON in its first argument. */
export interface Asked {
	readonly path: string;
	readonly length: number;
	readonly force: boolean;
	/** Gives up the rights of an administrator first: to those, everything may be written. */
	readonly asNobody?: boolean;
}

const { path, length, force, asNobody } = JSON.parse(process.argv[2] ?? '') as Asked;
if (asNobody && process.getuid?.() === 0) process.setuid?.(65_534);
process.stdout.write(JSON.stringify(writeWhole(path, 'n'.repeat(length), { force })));
