import type { SceneTask } from '../../mocks/check/scene';

/** A part of a task, as a list of names with values shows it. */
interface TaskDetail {
	name: string;
	/** To be shown as it is, with its line breaks. */
	value: string;
}

/** A task in words. */
export interface TaskWords {
	/** What the client is to do. */
	words: string;
	details: readonly TaskDetail[];
}

const detail = (name: string, value: string | number | undefined): TaskDetail[] =>
	value === undefined || value === '' ? [] : [{ name, value: String(value) }];

const reported = (task: Extract<SceneTask, { do: 'report' }>): TaskWords => ({
	words: 'Send this report with your app, as a person would.',
	details: [
		...detail('Service', task.service_name),
		...('address_string' in task
			? detail('Address', task.address_string)
			: detail('Place', `${task.lat}, ${task.long}`)),
		...detail('Description', task.description),
		...Object.entries(task.answers ?? {}).map(([question, answer]) => ({
			name: question,
			value: typeof answer === 'string' ? answer : answer.join('\n')
		})),
		...detail('Photo', task.media_url),
		...detail('First name', task.first_name),
		...detail('Last name', task.last_name),
		...detail('E-mail', task.email)
	]
});

/** Returns a task in words, for a person who does it with an app by hand. */
export function taskWordsOf(task: SceneTask): TaskWords {
	switch (task.do) {
		case 'services':
			return { words: 'Have your app show which services the city has.', details: [] };
		case 'report':
			return reported(task);
		case 'follow':
			return {
				words: 'Have your app follow this token to its id, and show the status of the report.',
				details: detail('Token', task.token)
			};
		case 'list':
			return {
				words: 'Have your app list all requests that match.',
				details: [
					...detail('Status', task.status),
					...detail('Service', task.service_name),
					...detail('From', task.from),
					...detail('To', task.to)
				]
			};
		case 'show':
			return {
				words: 'Have your app show the request with this id.',
				details: detail('Id', task.service_request_id)
			};
		default:
			return task satisfies never;
	}
}
