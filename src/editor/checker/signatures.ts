import type * as TypeScript from 'typescript';
import { plain } from './documentation.ts';
import type { Signatures } from './protocol.ts';

/** TypeScript's help with a call's arguments, the parameters as places in the label. */
export function toSignatures(items: TypeScript.SignatureHelpItems): Signatures {
  return {
    active: items.selectedItemIndex,
    parameter: items.argumentIndex,
    signatures: items.items.map(toSignature),
  };
}

function toSignature(item: TypeScript.SignatureHelpItem): Signatures['signatures'][number] {
  let label = plain(item.prefixDisplayParts);
  const parameters = item.parameters.map((parameter, index) => {
    if (index > 0) label += plain(item.separatorDisplayParts);
    const from = label.length;
    label += plain(parameter.displayParts);
    return { from, to: label.length, text: plain(parameter.documentation) };
  });
  return { label: label + plain(item.suffixDisplayParts), text: plain(item.documentation), parameters };
}
