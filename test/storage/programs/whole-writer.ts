import { writeWhole } from '../../../src/storage/whole-file.js';

/** Task of this program, as JSON in its first argument. */
export interface WriteTask {
	readonly path: string;
	readonly length: number;
	readonly force: boolean;
	/** Drops root privileges first, because root can write anything. */
	readonly asNobody?: boolean;
}

const { path, length, force, asNobody } = JSON.parse(process.argv[2] ?? '') as WriteTask;
if (asNobody && process.getuid?.() === 0) process.setuid?.(65_534);
process.stdout.write(JSON.stringify(writeWhole(path, 'n'.repeat(length), { force })));
