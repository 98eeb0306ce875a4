/**
 * What each field of a submission means, for people: by its place, as `items[exercise].tries`. Apart from the schema,
 * because pages that read files have no use for it.
 */
export const submissionWords: Readonly<Record<string, string>> = {
  format: 'What kind of file it is.',
  version: 'Of the format. It grows when a reader of the old one could not read the new one.',
  says: 'A sentence for whoever opens the file in an editor: that nobody has checked it yet.',
  assignment: 'Which assignment it answers. The teacher’s page refuses the file of another one.',
  'assignment.id': 'The assignment’s own name, made by chance when it was begun.',
  'assignment.title': 'Its title, as the student saw it.',
  student: 'The name or code, as the student typed it; empty where nothing was asked.',
  made: 'When the file was made, by the clock of the student’s machine. “Late” goes by it, against the date that the teacher keeps.',
  course: 'Which version of the course’s pages made the file; may be empty.',
  items: 'What was handed in, one for each part that was begun. What is missing was not begun.',
  'items[exercise]': 'The answer to an exercise.',
  'items[exercise].kind': 'That it is an exercise.',
  'items[exercise].lesson': 'Id of the lesson; also its address on the site.',
  'items[exercise].part': 'Id of the exercise in the lesson.',
  'items[exercise].hash':
    'A short name for the exercise’s text as the student’s page had it: tells whether it has changed since.',
  'items[exercise].source':
    'The student’s code. null where it is the lesson’s own, unchanged. This is what is run again.',
  'items[exercise].others':
    'Other cells of the lesson that the student changed: an exercise may build upon them.',
  'items[exercise].others[]': 'One such cell.',
  'items[exercise].others[].cell': 'Id of the cell in the lesson.',
  'items[exercise].others[].source': 'The student’s text of it.',
  'items[exercise].numbers':
    'Where an exercise comes with several sets of numbers, the text of the set that stood last; otherwise null.',
  'items[exercise].tries': 'How often it was checked, by the browser’s own account.',
  'items[exercise].hints': 'How many hints were opened, by the browser’s own account.',
  'items[exercise].solution': 'Whether the solution was opened, by the browser’s own account.',
  'items[exercise].passed':
    'Whether the student’s own page said “passed”. A claim: it is compared with what running it again shows.',
  'items[exercise].score':
    'Of an exercise that reaches for a score: the best that the student’s page saw; otherwise null.',
  'items[exercise].output':
    'What the student’s last check said, in brief: a line for each test. Shown and never counted; may be empty.',
  'items[quiz]': 'The answers to a quiz.',
  'items[quiz].kind': 'That it is a quiz.',
  'items[quiz].lesson': 'Id of the lesson; also its address on the site.',
  'items[quiz].part': 'Id of the quiz in the lesson.',
  'items[quiz].hash':
    'A short name for the quiz’s text as the student’s page had it: tells whether it has changed since.',
  'items[quiz].questions': 'One for each question that was answered.',
  'items[quiz].questions[]': 'The answers to one question.',
  'items[quiz].questions[].question': 'Id of the question in the quiz.',
  'items[quiz].questions[].tries': 'How often it was answered, by the browser’s own account.',
  'items[quiz].questions[].first':
    'The first answer, by the browser’s own account. What it looks like depends on the kind of question; choices, items and rows are named by a key made from their text.',
  'items[quiz].questions[].firstRight': 'Whether the student’s page called it right. A claim.',
  'items[quiz].questions[].last': 'The last answer, likewise.',
  'items[quiz].questions[].right': 'Whether the student’s page called the last answer right. A claim.',
  lessons: 'How long each lesson of the assignment was read, where something was done in it.',
  'lessons[]': 'One lesson.',
  'lessons[].lesson': 'Id of the lesson.',
  'lessons[].ms': 'Milliseconds that its page was in view, by the browser’s own account.',
  'lessons[].first': 'When something was first noted in it.',
  'lessons[].last': 'When something was last noted in it.',
  checksum:
    'SHA-256 of all of the above, as 64 hexadecimal digits: shows damage and hasty changes, and proves nothing. null where the browser could make none, as on pages without https.',
};
