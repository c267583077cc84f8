/*
 * What a document is, as variables of its source: other programs show them as properties of the document, and let
 * their users fill in such properties. So both what we wrote and what a researcher keeps that way is read.
 */
import { addressSchema } from '../annotation/index.ts';
import type { DocumentDraft } from '../dossier/index.ts';
import {
  childOf,
  childrenOf,
  type ImportField,
  importFieldOf,
  readIdentifiers,
  type XmlNode,
} from '../imports/index.ts';
import { tableMessages } from '../messages/exchange-tables.ts';
import { domainMessages, type Language } from '../messages/index.ts';
import { canonicalAddress } from '../references/index.ts';
import { readDay } from '../text/index.ts';
import { foldGuid } from './guid.ts';
import type { ProjectContext } from './project-context.ts';
import type { GuidOf } from './write-codes.ts';
import { element, type XmlElement } from './xml-writer.ts';

const fields = ['sourceType', 'issuer', 'date', 'identifier', 'address'] as const satisfies ImportField[];

interface VariableSettings {
  readonly language: Language;
  readonly guidOf: GuidOf;
}

const guidName = (field: string) => `variable ${field}`;

/** The variables that sources have. All are text: a date may be a month only. */
export function writeVariables({ language, guidOf }: VariableSettings): XmlElement {
  const variables = fields.map((field) =>
    element('Variable', {
      guid: guidOf(guidName(field)),
      name: tableMessages[language][`column.${field}`],
      typeOfVariable: 'Text',
    }),
  );
  return element('Variables', {}, variables);
}

/** What is known of a document; its issuer by name. */
export function writeVariableValues(
  { sourceType, issuer = '', date = '', identifiers, addresses }: DocumentDraft,
  { language, guidOf }: VariableSettings,
): XmlElement[] {
  const values = {
    ...{ sourceType: domainMessages[language][`sourceType.${sourceType}`], issuer, date },
    // Hashes and ids of files tell nobody anything.
    identifier: identifiers
      .filter(({ scheme }) => !/sha256|pdf/u.test(scheme))
      .map(({ value }) => value)
      .join('; '),
    address: addresses.find(({ address }) => /^https?:/u.test(address))?.address ?? '',
  };
  return fields
    .filter((field) => values[field] !== '')
    .map((field) =>
      element('VariableValue', {}, [
        element('VariableRef', { targetGUID: guidOf(guidName(field)) }),
        element('TextValue', {}, values[field]),
      ]),
    );
}

/** Which field each variable of a project holds, by its GUID; those with other names say nothing to us. */
export function readVariables(project: XmlNode): ReadonlyMap<string, ImportField> {
  return new Map(
    childrenOf(childOf(project, 'Variables'), 'Variable').flatMap(({ attributes }) => {
      const field = importFieldOf(attributes.name ?? '');
      return field ? [[foldGuid(attributes.guid), field] as const] : [];
    }),
  );
}

/** Names of the variables that say nothing to us. */
export function leftOutVariables(project: XmlNode): string[] {
  return childrenOf(childOf(project, 'Variables'), 'Variable').flatMap(({ attributes: { name = '' } }) =>
    name === '' || importFieldOf(name) ? [] : [name],
  );
}

/** What the variables of a source say of its document; what cannot be read is left out. */
export function readVariableValues(
  source: XmlNode,
  variables: ReadonlyMap<string, ImportField>,
  { vocabulary }: Pick<ProjectContext, 'vocabulary'>,
): Partial<Pick<DocumentDraft, 'sourceType' | 'issuer' | 'date' | 'identifiers' | 'addresses'>> {
  const said = new Map(
    childrenOf(source, 'VariableValue').flatMap((value) => {
      const field = variables.get(foldGuid(childOf(value, 'VariableRef')?.attributes.targetGUID));
      const text = value.children.find(({ name }) => name !== 'VariableRef')?.text.trim();
      return field && text ? [[field, text] as const] : [];
    }),
  );
  const sourceType = vocabulary('sourceType', said.get('sourceType') ?? '');
  const [issuer, date] = [said.get('issuer'), readDay(said.get('date') ?? '')];
  const address = addressSchema.safeParse(canonicalAddress(said.get('address') ?? '')).data;
  return {
    ...(sourceType ? { sourceType: sourceType as DocumentDraft['sourceType'] } : {}),
    ...(issuer ? { issuer } : {}),
    ...(date ? { date } : {}),
    identifiers: readIdentifiers(said.get('identifier') ?? ''),
    ...(address ? { addresses: [{ address, mediaType: 'text/html' as const }] } : {}),
  };
}
