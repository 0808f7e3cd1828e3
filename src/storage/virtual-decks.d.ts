/** The shipped decks of questions, validated and compiled when the program is built. */
declare module 'virtual:decks' {
	const decks: readonly import('../content/index.js').DeckDocument[];
	export default decks;
}
