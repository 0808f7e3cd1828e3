/** The shipped scenarios, validated and compiled when the program is built. */
declare module 'virtual:scenarios' {
	const documents: readonly import('../content/index.js').ScenarioDocument[];
	export default documents;
}
