/** What is asked of a key press. */
type Press = Pick<KeyboardEvent, 'key' | 'keyCode' | 'isComposing'>;

/**
 * Whether an input method is composing text: then every key belongs to it. Safari sends the last one
 * after the composition, with key code 229 as its only sign.
 */
export const isComposing = ({ isComposing, keyCode }: Omit<Press, 'key'>): boolean =>
	isComposing || keyCode === 229;

/** Whether a press is an Enter that acts, not one that ends a composition. */
export const isEnter = (event: Press): boolean => event.key === 'Enter' && !isComposing(event);
