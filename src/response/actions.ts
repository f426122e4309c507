import type { Endpoint } from '../explorer/endpoint';

/** What the answer asks of the page around it; what a page cannot do is left out. */
export interface AnswerActions {
	/** Whether the answer has the room of its neighbours. */
	isMaximised?: boolean;
	/** Gives the answer the room of its neighbours, or gives it back. */
	onmaximise?: (isMaximised: boolean) => void;
	/** Whether something else at the foot of the answer leads on: then it offers no next steps. */
	isGuided?: boolean;
	/**
	 * Leads to the form, and in it to the fields of these arguments, if any: `attribute[CODE]` for an
	 * answer to a question.
	 */
	onfields?: (names: readonly string[]) => void;
	/** Opens the settings of an endpoint, where its key is entered. */
	onkey?: (endpoint: Endpoint) => void;
	/** Turns to the code of the request, which is chosen already. */
	oncode?: () => void;
}
