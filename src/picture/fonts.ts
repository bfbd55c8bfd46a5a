/** The fonts of the pictures: for each character the family that has it, and how wide it is. */
import { createRequire } from 'node:module';
import { readFont, type FontMetrics } from './font-file.js';

export type Weight = 400 | 600 | 700;

/** One family in the weights that are used. */
interface Family {
  readonly name: string;
  readonly byWeight: Readonly<Record<Weight, FontMetrics>>;
}

/** The fonts that text is set in. */
export interface Fonts {
  /** Paths of the files, for the renderer. */
  readonly files: readonly string[];
  readonly families: readonly Family[];
}

const require = createRequire(import.meta.url);

const LATIN = [
  require.resolve('@expo-google-fonts/noto-sans/400Regular/NotoSans_400Regular.ttf'),
  require.resolve('@expo-google-fonts/noto-sans/600SemiBold/NotoSans_600SemiBold.ttf'),
  require.resolve('@expo-google-fonts/noto-sans/700Bold/NotoSans_700Bold.ttf'),
] as const;
const ARABIC = [
  require.resolve('@expo-google-fonts/noto-sans-arabic/400Regular/NotoSansArabic_400Regular.ttf'),
  require.resolve('@expo-google-fonts/noto-sans-arabic/600SemiBold/NotoSansArabic_600SemiBold.ttf'),
  require.resolve('@expo-google-fonts/noto-sans-arabic/700Bold/NotoSansArabic_700Bold.ttf'),
] as const;

type FontFiles = readonly [regular: string, semiBold: string, bold: string];

function familyOf([regular, semiBold, bold]: FontFiles): Family {
  const light = readFont(regular);
  return { name: light.family, byWeight: { 400: light, 600: readFont(semiBold), 700: readFont(bold) } };
}

/**
 * Noto Sans for Latin, Greek and Cyrillic, Noto Sans Arabic, and `more`: the path of a font for other scripts, such as
 * Chinese, Japanese and Korean; null for none.
 * @throws where a file cannot be read.
 */
export function loadFonts(more: string | null): Fonts {
  const sets: readonly FontFiles[] = [LATIN, ARABIC, ...(more === null ? [] : [[more, more, more] as const])];
  return { files: [...new Set(sets.flat())], families: sets.map(familyOf) };
}
