import { bases, maxNoteLength, maxProvisionLength, maxUnitLength, stages } from '@waarborg/shared/annotation';
import { uiMessages } from '@waarborg/shared/messages/ui';
import { type CodingForm, faultOfQuantity, type QuantityForm } from './coding-form.ts';
import { quotedKey } from './measure-keys.ts';
import { isTaken, type Proposal } from './proposals.ts';
import { findSpeaker } from './propose-details.ts';
import { SpeakerField } from './speaker-field.tsx';
import { currentForm } from './tagging-state.ts';
import { type ToolbarContext, wordOf, wordsOf } from './toolbar-context.ts';

/** Who speaks, what the claim rests on and at what stage; proposed, so that they need no key. */
export function Details({ context }: { readonly context: ToolbarContext }) {
  const { state, setting, proposals, on } = context;
  const { language } = setting;
  const words = wordsOf(language);
  const form = currentForm(state);
  return (
    <div class="details">
      <SpeakerField context={context} field="speaker" />
      {form.reportedBy !== '' && !state.showsDetails && (
        <span class="muted">{uiMessages[language].accordingTo(nameOf(form.reportedBy, context))}</span>
      )}
      {proposals
        .filter((proposal) => !isTaken(proposal, form))
        .map((proposal) => (
          <ProposalButton key={proposal.explanation} proposal={proposal} context={context} />
        ))}
      <label>
        {words.basis}
        <select
          value={form.basis}
          onChange={(event) => on.change({ basis: event.currentTarget.value as CodingForm['basis'] })}
        >
          {bases.map((basis) => (
            <option key={basis} value={basis}>
              {wordOf.basis(basis, language)}
            </option>
          ))}
        </select>
      </label>
      <label>
        {words.stage}
        <select
          value={form.stage ?? ''}
          onChange={(event) =>
            on.change({ stage: (event.currentTarget.value || undefined) as CodingForm['stage'] })
          }
        >
          <option value="">{words.noStage}</option>
          {stages.map((stage) => (
            <option key={stage} value={stage}>
              {wordOf.stage(stage, language)}
            </option>
          ))}
        </select>
      </label>
      <button
        type="button"
        class="plain"
        aria-expanded={state.showsDetails}
        onClick={() => on.showDetails(!state.showsDetails)}
      >
        {words.more} {state.showsDetails ? '▴' : '▾'}
      </button>
    </div>
  );
}

/** The name of a speaker, known by id or written out. */
function nameOf(speaker: string, { setting }: ToolbarContext): string {
  return findSpeaker(setting.speakers, speaker)?.name ?? speaker;
}

/** Takes over what the passage names; the body that it quotes has a key. */
function ProposalButton({ proposal, context }: { proposal: Proposal; context: ToolbarContext }) {
  const { text, explanation } = proposal;
  const hasKey = context.setting.quoted?.explanation === explanation;
  return (
    <button
      type="button"
      class="plain"
      title={explanation}
      aria-keyshortcuts={hasKey ? quotedKey : undefined}
      onClick={() => context.on.takeProposal(proposal)}
    >
      {hasKey && (
        <span class="key" aria-hidden="true">
          {quotedKey}
        </span>
      )}
      {text}?
    </button>
  );
}

/** What few codings need: through whom, which article, how much, and a note on the passage. */
export function MoreDetails({ context }: { readonly context: ToolbarContext }) {
  const { state, setting, on } = context;
  const words = wordsOf(setting.language);
  const form = currentForm(state);
  return (
    <div class="details more">
      <SpeakerField context={context} field="reportedBy" />
      <label class="provision">
        {words.provision}
        <input
          type="text"
          maxLength={maxProvisionLength}
          value={form.provision}
          onInput={(event) => on.change({ provision: event.currentTarget.value })}
        />
      </label>
      <QuantityFields context={context} />
      <label class="wide">
        {words.note}
        <textarea
          rows={2}
          maxLength={maxNoteLength}
          value={state.note}
          onInput={(event) => on.note(event.currentTarget.value)}
        />
      </label>
    </div>
  );
}

const periods = ['P1Y', 'P3M', 'P1M', 'P1W', 'P1D', 'PT1H'] as const;

function QuantityFields({ context: { state, setting, on } }: { readonly context: ToolbarContext }) {
  const words = wordsOf(setting.language);
  const { quantity } = currentForm(state);
  const fault = state.trouble === 'quantity' ? faultOfQuantity(quantity) : undefined;
  const set = (changes: Partial<QuantityForm>) => on.change({ quantity: { ...quantity, ...changes } });
  const field = (name: 'value' | 'to' | 'unit', label: string) => (
    <input
      type="text"
      class={name === 'unit' ? 'unit' : 'number'}
      inputMode={name === 'unit' ? 'text' : 'decimal'}
      aria-label={label}
      aria-invalid={name === fault}
      placeholder={name === 'value' ? undefined : label}
      maxLength={maxUnitLength}
      value={quantity[name]}
      onInput={(event) => set({ [name]: event.currentTarget.value })}
    />
  );
  return (
    <fieldset>
      <legend>{words.quantity}</legend>
      {field('value', words.quantity)}
      {field('to', words.quantityTo)}
      {field('unit', words.quantityUnit)}
      <select
        aria-label={words.quantityPeriodField}
        value={quantity.period}
        onChange={(event) => set({ period: event.currentTarget.value })}
      >
        <option value="">{words.noPeriod}</option>
        {periods.map((period) => (
          <option key={period} value={period}>
            {words.quantityPeriod} {uiMessages[setting.language][`period.${period}`]}
          </option>
        ))}
      </select>
    </fieldset>
  );
}
