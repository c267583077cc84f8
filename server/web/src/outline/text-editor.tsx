import { outlineMessages } from '@waarborg/shared/messages/outline';
import { useEffect, useRef, useState } from 'preact/hooks';
import { language } from '../language/language.ts';
import type { TextEditor as OpenEditor } from './open-text-editor.ts';
import type { TextAction } from './text-editor-commands.ts';

interface TextEditorProps {
  /** Id of what names the field, and of what describes it. */
  readonly labelledBy: string;
  readonly describedBy: string;
  /** Markdown. */
  readonly text: string;
  readonly onText: (markdown: string) => void;
}

/** What edits text; only whoever writes loads it. */
export async function loadTextEditor() {
  const [{ openTextEditor }, { linkTo, textActions, textCommands }] = await Promise.all([
    import('./open-text-editor.ts'),
    import('./text-editor-commands.ts'),
  ]);
  return { openTextEditor, linkTo, textActions, textCommands };
}
type Parts = Awaited<ReturnType<typeof loadTextEditor>>;

/** A field in which text of one's own is written as it will look. Where what edits it does not come, Markdown is written. */
export function TextEditor({ labelledBy, describedBy, text, onText }: TextEditorProps) {
  const [parts, setParts] = useState<Parts | 'missing'>();
  const [active, setActive] = useState<ReadonlySet<TextAction>>(new Set());
  const [editor, setEditor] = useState<OpenEditor>();
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    loadTextEditor().then(setParts, () => setParts('missing'));
  }, []);
  useEffect(() => {
    if (!parts || parts === 'missing' || !place.current) return undefined;
    const opened = parts.openTextEditor(place.current, {
      ...{ text, onText, onActive: setActive },
      attributes: {
        class: 'utrecht-textbox wb-text-field',
        'aria-labelledby': labelledBy,
        'aria-describedby': describedBy,
      },
    });
    setEditor(opened);
    return () => opened.close();
    // It holds the text from then on.
  }, [parts]);
  if (parts === 'missing')
    return (
      <textarea
        class="utrecht-textbox wb-part-textarea"
        aria-labelledby={labelledBy}
        aria-describedby={describedBy}
        rows={5}
        value={text}
        onInput={(event) => onText(event.currentTarget.value)}
      />
    );
  return (
    <>
      {parts && editor && <TextTools parts={parts} editor={editor} active={active} />}
      <div ref={place} class="wb-text-place" />
    </>
  );
}

interface TextToolsProps {
  readonly parts: Parts;
  readonly editor: OpenEditor;
  readonly active: ReadonlySet<TextAction>;
}

/** With which an address on the web begins; alone it is none. */
const scheme = 'https://';

/** What makes words bold, a list or a link, for whoever writes no Markdown. */
function TextTools({ parts, editor, active }: TextToolsProps) {
  const messages = outlineMessages[language.value];
  const [address, setAddress] = useState<string>();
  const link = () => {
    editor.run(parts.linkTo(address === scheme ? '' : (address?.trim() ?? '')));
    setAddress(undefined);
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for fields; these buttons are none
    <div class="wb-text-tools" role="group" aria-label={messages.textTools}>
      {parts.textActions.map((action) => (
        <button
          key={action}
          type="button"
          class="wb-text-button"
          aria-pressed={active.has(action)}
          onClick={() => editor.run(parts.textCommands[action])}
        >
          {messages[`tool.${action}`]}
        </button>
      ))}
      <button
        type="button"
        class="wb-text-button"
        aria-expanded={address !== undefined}
        onClick={() => setAddress(address === undefined ? scheme : undefined)}
      >
        {messages.link}
      </button>
      {address !== undefined && (
        <>
          <input
            class="utrecht-textbox utrecht-textbox--html-input"
            type="url"
            aria-label={messages.linkAddress}
            value={address}
            onInput={(event) => setAddress(event.currentTarget.value)}
            onKeyDown={(event) => {
              if (event.key !== 'Enter' && event.key !== 'Escape') return;
              event.preventDefault();
              // Escape leaves only this field.
              event.stopPropagation();
              if (event.key === 'Enter') link();
              else setAddress(undefined);
            }}
          />
          <button type="button" class="wb-text-button" onClick={link}>
            {messages.makeLink}
          </button>
        </>
      )}
    </div>
  );
}
