import type { Going } from '../screens/around.js';
import { toContents } from '../screens/contents/update.js';
import { startedWith } from '../screens/drill/start.js';
import { enterLesson, leftLesson } from '../screens/lesson/moves.js';

/** The ways between screens. */
export const GOING: Going = { contents: toContents, lesson: enterLesson, leaveLesson: leftLesson, cards: startedWith };
