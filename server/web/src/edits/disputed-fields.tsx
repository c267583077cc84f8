import { editMessages } from '@waarborg/shared/messages/edits';
import { Button } from '../frame/button.tsx';
import { language } from '../language/language.ts';
import { disputedFields, type FieldEdit } from './field-edit.ts';

interface DisputedFieldsProps<F extends string> {
  readonly edit: FieldEdit<F>;
  /** Label of a field. */
  readonly nameOf: (field: F) => string;
  /** What a value says, where it is not read as it is. */
  readonly sayValue?: (field: F, value: string) => string;
  readonly onTake: (field: F, value: string) => void;
}

/** What somebody else made of the fields in which one was typing. The section is always there, so that it is read. */
export function DisputedFields<F extends string>({
  edit,
  nameOf,
  sayValue = (_, value) => value,
  onTake,
}: DisputedFieldsProps<F>) {
  const messages = editMessages[language.value];
  const disputed = disputedFields(edit);
  return (
    <div role="status">
      {disputed.length > 0 && (
        <div class="wb-disputed">
          <p>{messages.theirsTitle}</p>
          <ul class="wb-rows">
            {disputed.map(([field, value]) => {
              const name = nameOf(field);
              return (
                <li key={field}>
                  <span>
                    {value === ''
                      ? messages.theirsEmpty(name)
                      : messages.theirs(name, sayValue(field, value))}
                  </span>
                  <Button aria-label={messages.takeTheirsOf(name)} onClick={() => onTake(field, value)}>
                    {messages.takeTheirs}
                  </Button>
                </li>
              );
            })}
          </ul>
        </div>
      )}
    </div>
  );
}
