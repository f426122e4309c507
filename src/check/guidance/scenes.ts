import type { SceneId } from '../../../mocks/check/scene';
import type { Guidance } from './guidance';

/** The guidance of every scene: what it is for. */
export const SCENE_GUIDANCE: Readonly<Record<SceneId, Guidance>> = {
	services: {
		why: 'Everything an app can report is in the service list, and nothing else is.',
		wrong: 'The list is written into the app and grows old.',
		right: 'Read it at the start, keep it for a day, and show the names.'
	},
	'report-simple': {
		why: 'The smallest report: a service without questions, a place, a text.',
		wrong: 'Texts were tried in plain English only, so that the first é or & in use is lost.',
		right: 'Try your app with é, an emoji, `&`, `<`, `+` and a line break in one text.'
	},
	'report-questions': {
		why: 'Five of Toronto’s six services said that they have questions of their own.',
		wrong: 'The form was built for one service of one city.',
		right: 'Build the form from the definition: a field for each attribute, by its datatype.'
	},
	'report-address': {
		why: 'Not everybody stands where the problem is, or lets an app see where they are.',
		wrong: '“Queen St W & Bay St” arrives as “Queen St W ”, since `&` separates arguments.',
		right:
			'Send what the person wrote as `address_string`, encoded, and let the city find the place.'
	},
	'report-private': {
		why: 'Toronto wanted to know who reports graffiti on private property, and nobody else needs to.',
		wrong: 'Names travel in the URL; the photo is uploaded where a link is expected.',
		right: 'Send private values in the form alone, and a photo as `media_url`.'
	},
	'follow-token': {
		why: 'All of Toronto’s services were of the type that answers with a token. The id comes later.',
		wrong: 'The app says “thank you” and forgets the token.',
		right: 'Keep the token on the device, follow it to the id, and show the status by the id.'
	},
	'follow-slow': {
		why: 'Between report and id there can be seconds or a day.',
		wrong: 'An answer without an id is taken for an error, or asked for again without a pause.',
		right: 'An answer with the token and no id means “not yet”. Wait, then ask again.'
	},
	'list-open': {
		why: 'The most common question is what is still broken around here.',
		wrong: 'All requests are loaded and filtered on the device.',
		right: 'Ask with `status=open` and the code of the service.'
	},
	'list-year': {
		why: 'Statistics and maps need more than 90 days.',
		wrong:
			'A server may cut a longer span in silence or refuse it with 400. The mock-up does either, by dialect.',
		right: 'Split the time into windows, and check that they leave no gap.'
	},
	'list-odd': {
		why: 'Real lists have rows that no example shows. Toronto’s JSON printed ids as numbers and nulls throughout.',
		wrong: 'One odd row and the whole list stays empty.',
		right: 'Read field by field, let every optional one be missing, and skip what you do not know.'
	},
	'list-none': {
		why: 'A filter that matches nothing is normal.',
		wrong: 'An empty list is treated as a failed call.',
		right: 'Show that nothing was found, and which filter is on.'
	},
	'list-one': {
		why: 'Converters from XML give an object for one element and a list for two.',
		wrong: 'The app works with every list but that of one.',
		right: 'Test with one row, and make a list of it.'
	},
	busy: {
		why: 'After a snowfall everybody reports at once.',
		wrong: 'Retries without a pause keep a busy server busy.',
		right: 'Keep the wait that the server names, and stop after a few tries.'
	},
	'lost-answer': {
		why: 'Phones lose the network in the moment between sending and the answer.',
		wrong: 'The report is sent again, and the city has it twice.',
		right: 'Look for it in the list before you send again, or ask the person.'
	},
	refused: {
		why: 'A refusal is the city’s answer to the person, in words.',
		wrong: '“Error 400” is all that is shown.',
		right: 'Show every description beside the field that it is about, and keep what was typed.'
	},
	'needs-key': {
		why: 'In production Toronto’s server took reports only with a key.',
		wrong: 'The app tries again and again, or says that there is no network.',
		right: 'Say that the server wants a key, and do not send again without a change.'
	},
	gone: {
		why: 'Ids get lost, mistyped or deleted.',
		wrong: 'The screen stays empty, or the app crashes on a body of errors.',
		right: 'On 404 say that the city has no request with this id.'
	},
	'broken-answer': {
		why: 'Proxies answer with pages of their own, and connections break in the middle.',
		wrong: 'Status 200 is trusted, whatever the body is.',
		right: 'Parse strictly, treat half a document as none, and ask again.'
	},
	silence: {
		why: 'A server that hangs does not say so.',
		wrong: 'The app waits until the person closes it.',
		right: 'Set a time limit, then ask again or give up with words.'
	}
};
