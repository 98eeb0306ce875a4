/** Compares a class's texts away from the page: a thousand long ones take their time. It only reads them. */
import { findSimilar, type StudentText } from '../../teaching/similar.ts';

export interface Compare {
  texts: readonly StudentText[];
  common: readonly string[];
}

addEventListener('message', ({ data }: MessageEvent<Compare>) => {
  postMessage(findSimilar(data.texts, data.common));
});
