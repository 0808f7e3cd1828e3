import { Stop } from './stop.js';

/** What to say of an error that comes from a working folder that was deleted; null: it is another one. */
export function goneFolder(error: unknown): Stop | null {
	const isGone = error instanceof Error && 'syscall' in error && error.syscall === 'uv_cwd';
	return isGone
		? new Stop('The folder that you are in does not exist any more: go to another one, such as cd ~.', 2)
		: null;
}
