/**
 * A lesson's id: its file's name without folder and number. It is the lesson's address and the key of saved work,
 * so moving a lesson to another place in the course changes nothing for its readers.
 * @param file path of the `.mdx` file, as `04-learning-as-descent/02-cost.mdx`
 */
export function lessonId(file: string): string {
  const name = file.slice(file.lastIndexOf('/') + 1);
  return name.replace(/^\d+-/u, '').replace(/\.mdx$/u, '');
}
