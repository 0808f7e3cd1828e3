/** The shipped lessons in reading order, validated and compiled when the program is built. */
declare module 'virtual:lessons' {
	const lessons: readonly import('../content/index.js').LessonDocument[];
	export default lessons;
}
