import type { RunWorkbook } from '../session/open-session.js';
import type { ResolvedSettings } from '../settings/settings.js';
import { isInteractive } from '../terminal/index.js';

/** How the workbook is shown: on the whole screen, as a conversation of lines, or not at all. */
export type PresentationKind = 'screen' | 'conversation' | 'none';

/** What decides how the workbook is shown. */
export interface PresentationChoice {
	readonly stdin: { readonly isTTY?: boolean };
	readonly stdout: { readonly isTTY?: boolean };
	readonly env: Readonly<Record<string, string | undefined>>;
	readonly settings: Pick<ResolvedSettings, 'values' | 'origins'>;
}

/**
 * Chooses how the workbook is shown. The flag asks for a conversation wherever its lines come from, a pipe included;
 * environment and setting only ask for it in a terminal, so that scripts still get a report.
 */
export function choosePresentation(choice: PresentationChoice): PresentationKind {
	const { stdin, stdout, env, settings } = choice;
	const wantsLines = settings.values['screen-reader'] === 'on';
	if (wantsLines && settings.origins['screen-reader'].kind === 'flag') return 'conversation';
	if (stdin.isTTY !== true || stdout.isTTY !== true) return 'none';
	return isInteractive(stdin, stdout, env) && !wantsLines ? 'screen' : 'conversation';
}

/** Loads the workbook in one presentation, without the code of the other. */
export const loadWorkbook = async (kind: PresentationKind): Promise<RunWorkbook> =>
	kind === 'conversation'
		? (await import('../session/conversation.js')).runConversation
		: (await import('../session/workbook.js')).runWorkbook;
