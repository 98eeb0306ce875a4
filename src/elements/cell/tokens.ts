/** A text cut into comments, strings, numbers, keywords, calls and the rest: enough colour for code being worked on. */
export interface Token {
  kind: 'comment' | 'string' | 'number' | 'keyword' | 'operator' | 'call' | 'plain';
  text: string;
}

const pattern =
  /(?<comment>\/\/[^\n]*|\/\*[\s\S]*?(?:\*\/|$))|(?<string>'(?:\\.|[^'\\\n])*'?|"(?:\\.|[^"\\\n])*"?|`(?:\\[\s\S]|[^`\\])*`?)|(?<number>\b\d[\w.]*|\b(?:true|false|null|undefined)\b|(?<=\bconst\s+)[A-Za-z_$][\w$]*)|(?<keyword>\b(?:as|async|await|break|case|catch|class|const|continue|default|delete|do|else|export|extends|finally|for|from|function|if|import|in|instanceof|interface|let|new|of|return|satisfies|static|super|switch|this|throw|try|type|typeof|var|void|while|yield)\b)|(?<operator>=>|\.\.\.|[-+*%=!&|^~?]+|\/|(?<=\s)[<>]=?(?=\s))|(?<call>[A-Za-z_$][\w$]*(?=\())|[A-Za-z_$][\w$]*/g;

export function* tokens(text: string): Generator<Token> {
  let end = 0;
  for (const match of text.matchAll(pattern)) {
    if (match.index > end) yield { kind: 'plain', text: text.slice(end, match.index) };
    yield { kind: kindOf(match.groups ?? {}), text: match[0] };
    end = match.index + match[0].length;
  }
  if (end < text.length) yield { kind: 'plain', text: text.slice(end) };
}

function kindOf(groups: Record<string, string | undefined>): Token['kind'] {
  for (const kind of ['comment', 'string', 'number', 'keyword', 'operator', 'call'] as const)
    if (groups[kind] !== undefined) return kind;
  return 'plain';
}
