import { Stop } from './stop.js';

/** What to end with when the output could not be written; null: whoever read it had enough (`| head`), which is fine. */
export function outputFault({ code, message }: NodeJS.ErrnoException): Stop | null {
	if (code === 'EPIPE') return null;
	return new Stop(`The output could not be written: ${code === 'ENOSPC' ? 'the disk is full' : (code ?? message)}.`, 1);
}
