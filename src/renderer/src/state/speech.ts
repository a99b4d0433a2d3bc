import { create } from "zustand";

type Spoken = Readonly<{ start: number; end: number }>;
type Aloud = Readonly<{
  /** The words being read, null when nothing is. */
  spoken: Spoken | null;
}>;

/** Reading aloud by the system's voice. */
export const useSpeech = create<Aloud>(() => ({ spoken: null }));

/** Whether this machine has a voice. */
export function hasVoice(): boolean {
  return "speechSynthesis" in globalThis && speechSynthesis.getVoices().length > 0;
}

/**
 * Call a listener when the voices are there: browsers look for them when they are first asked (Web Speech API,
 * `voiceschanged`).
 */
export function watchVoices(listener: () => void): () => void {
  if (!("speechSynthesis" in globalThis)) return () => undefined;
  speechSynthesis.addEventListener("voiceschanged", listener);
  return () => speechSynthesis.removeEventListener("voiceschanged", listener);
}

/** Read a text from sentence to sentence; `next` gives the one after, null at the end. */
export function readAloud(text: string, from: Spoken, next: (after: Spoken) => Spoken | null): void {
  const say = (sentence: Spoken | null): void => {
    useSpeech.setState({ spoken: sentence });
    if (sentence === null) return;
    const utterance = new SpeechSynthesisUtterance(text.slice(sentence.start, sentence.end));
    utterance.onend = () => {
      if (useSpeech.getState().spoken === sentence) say(next(sentence));
    };
    utterance.onerror = () => useSpeech.setState({ spoken: null });
    speechSynthesis.speak(utterance);
  };
  stopSpeaking();
  say(from);
}

/** Stop reading. */
export function stopSpeaking(): void {
  useSpeech.setState({ spoken: null });
  if ("speechSynthesis" in globalThis) speechSynthesis.cancel();
}
