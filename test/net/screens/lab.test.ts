import { KEYS } from '../../e2e/harness/index.js';
import { journey } from './journey.js';

journey('lab: edit, undo, reset', ['lab', 'week-31'], async (board) => {
	await board.see('ROLL BACK');
	await board.press(KEYS.left).see('83.0%▼');
	await board.press(KEYS.shiftRight).see('93.0%▲');
	await board.press('u').see('took back');
	await board.press('U').see('again');
	await board.press('j').see('›61.0%');
	await board.press('.3').see('reads as 30%');
	await board.press(KEYS.enter).see('›30.0%▼');
	await board.press('150%\r').see('Allowed: 0% to 100%');
	await board.press(KEYS.escape).see('Refund dispute: 30.0% routed small');
	await board.press('x').see('No number differs');
	await board.press(`jj${KEYS.tab}${KEYS.tab}l`).see(/Billing action .*strong/);
	await board.press('X').see('y or n');
	await board.press('n').see(/Billing action .*strong/);
	await board.press('Xy').see('FAQ answer       low      86.5%        84.0%');
});

journey('lab: the panes of the opening failure', ['lab', 'week-31'], async (board) => {
	await board.see('[Board]');
	await board.press(']').seeIn('Cost', 'Break-even');
	await board.press(']').seeIn('Confusion', 'true-easy');
	await board.press(']').seeIn('Pressure', 'RELIEVED');
	await board.press(']').seeIn('Trace', 'gateway');
	await board.press('   ').see('▶ check');
	await board.press('f').see('silent');
	await board.press(']').seeIn('Curve', 'this router');
	await board.press('lll').see('0.30');
	await board.press('m').see('performance gap recovered');
	await board.press('m').see('this router');
	await board.press(']').seeIn('Signals', 'First seen to get worse');
	await board.press('m').see('The vendor updates the small');
	await board.press('m').see('In: ');
	await board.press(']').see('[Board]');
	await board.press('[').see('[Signals]');
});

journey('lab: cost rows', ['lab', 'cost-table'], async (board) => {
	await board.see('price per 1M');
	await board.press('n').see('takes it back');
	await board.press('k').see('Cost');
	await board.press('d').see('takes it back');
	await board.press('u').see('took back');
});

journey('lab: what lies over it', ['lab', 'week-31'], async (board) => {
	await board.see('ROLL BACK');
	await board.press('s').see('Open Confusion and read');
	await board.press(KEYS.escape).see('[Board]');
	await board.press('a').see('As first seen');
	await board.press(KEYS.escape).see('[Board]');
	await board.press('t').see('unedited');
	await board.press('jj').see('Policy and billing');
	await board.press(KEYS.enter).see('entered');
	await board.press('y').see('History');
	await board.press(KEYS.escape).see('[Board]');
	await board.press('S').see('dispatch-board report');
	await board.press(KEYS.escape).see('[Board]');
	await board.press('=').see('Where does this number come from');
	await board.press(`${KEYS.pageDown}j`).see('sum of w·R');
	await board.press('=').see('[Board]');
	await board.press('?').see('Help');
	await board.press(KEYS.pageDown).see('Help');
	await board.press('?').see('Words and marks');
	await board.press(KEYS.escape).see('[Board]');
	await board.press(':').see('Commands and places');
	await board.press('redo').see('redo▏');
	await board.press(KEYS.escape).see('[Board]');
	await board.press(KEYS.ctrlG).see('Glossary');
	await board.press('/').see('find: ▏');
	await board.press('false').see('find: false▏');
	await board.press(KEYS.escape).see('Glossary');
	await board.press(KEYS.escape).see('[Board]');
	await board.press('o').see('Scenarios');
	await board.press('/M8').see('find: M8▏');
	await board.press(KEYS.enter).see('Small, few repairs');
});

journey('lab: pin, predict', ['lab', 'week-31'], async (board) => {
	await board.press('b').see('this state is the baseline now');
	await board.press('l').see('85.0%▲');
	await board.press('B').see('own again');
	await board.press('p').see('each edit now asks');
	await board.press('l').see('guess');
	await board.press('94%').see('94%▏');
	await board.press(KEYS.enter).see('86.0%▲');
	await board.press('P').see('guess');
	await board.press('p').see('[Board]');
});

journey('lab: 57 segments', ['lab', 'mmlu-mixtral-gpt4'], async (board) => {
	await board.see(/mmlu-mixtral-gpt4|57 school subjects/);
	await board.press(KEYS.pageDown).see(/mmlu-mixtral-gpt4|57 school subjects/);
	await board.press('G').see(/mmlu-mixtral-gpt4|57 school subjects/);
	await board.press(']').see('[Cost]');
	await board.press(']').see('[Confusion]');
	await board.press(']').see('[Pressure]');
	await board.press(']').see('[Trace]');
	await board.press(']').see('[Curve]');
	await board.press(']').see('[Signals]');
});

for (const [name, scenario] of [
	['a cascade', 'cascade'],
	['a voice assistant', 'voice-assistant'],
	['weeks that drift', 'route-drift'],
	['sparse labels', 'sparse-labels'],
] as const)
	journey(`lab: ${name}`, ['lab', scenario], async (board) => {
		await board.see('[Board]');
		for (const pane of ['Cost', 'Confusion', 'Pressure', 'Trace', 'Curve', 'Signals'] as const)
			await board.press(']').see(`[${pane}]`);
		await board.press('s').see(/Figures:|more lines/);
	});

journey('what is refused: unknown keys, nothing to undo', ['lab', 'week-31'], async (board) => {
	await board.see('[Board]');
	await board.press('Z').see('[Board]');
	await board.press('u').see('nothing to undo');
	await board.press('U').see('nothing to redo');
	await board.press('X').see('nothing to reset');
	await board.press(KEYS.ctrlO).see('1 of 43');
});
