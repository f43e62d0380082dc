/**
 * Every Slack limit Baton relies on, counted in UTF-16 units where Slack says characters (the stricter reading). From the
 * pages of docs.slack.dev named beside each, as of November 2026; `blocks.validate` is the oracle when one moves.
 */
export const limits = {
  /** /reference/block-kit/blocks */
  blocksPerMessage: 50,
  blocksPerView: 100,
  blockId: 255,
  actionId: 255,
  /** /reference/block-kit/blocks/section-block */
  sectionText: 3_000,
  sectionFields: 10,
  sectionField: 2_000,
  /** /reference/block-kit/blocks/header-block */
  headerText: 150,
  /** /reference/block-kit/blocks/context-block */
  contextElements: 10,
  /** /reference/block-kit/blocks/actions-block */
  actionsElements: 25,
  /** /reference/block-kit/blocks/input-block */
  inputLabel: 2_000,
  inputHint: 2_000,
  /** /reference/block-kit/blocks/image-block */
  imageTitle: 2_000,
  imageAlt: 2_000,
  /** /reference/block-kit/blocks/markdown-block: over all such blocks of one message */
  markdownPerMessage: 12_000,
  /** /reference/block-kit/blocks/table-block: one table per message */
  tableRows: 100,
  tableColumns: 20,
  tableCharacters: 10_000,
  /** /reference/block-kit/block-elements/button-element */
  buttonText: 75,
  buttonValue: 2_000,
  buttonUrl: 3_000,
  /** /reference/block-kit/block-elements/select-menu-element */
  selectOptions: 100,
  selectOptionGroups: 100,
  optionText: 75,
  optionValue: 75,
  optionDescription: 75,
  placeholder: 150,
  multiSelected: 100,
  /** /reference/block-kit/block-elements/checkboxes-element, radio-button-group-element */
  checkboxOptions: 10,
  radioOptions: 10,
  /** /reference/block-kit/block-elements/overflow-menu-element */
  overflowOptions: 5,
  /** /reference/block-kit/block-elements/plain-text-input-element */
  plainTextInput: 3_000,
  /** /reference/block-kit/composition-objects/confirmation-dialog-object */
  confirmTitle: 100,
  confirmText: 300,
  confirmButton: 30,
  /** /reference/methods/chat.postMessage, chat.update */
  messageText: 4_000,
  /** /reference/methods/chat.scheduleMessage */
  scheduleDays: 120,
  /** /surfaces/modals, /reference/methods/views.open */
  viewTitle: 24,
  viewSubmit: 24,
  viewClose: 24,
  viewBytes: 250_000,
  viewStack: 3,
  privateMetadata: 3_000,
  callbackId: 255,
  externalId: 255,
  /** /interactivity/handling-user-interaction */
  acknowledgeMs: 3_000,
  triggerMs: 3_000,
  responseUrlUses: 5,
  responseUrlMs: 30 * 60_000,
  /** /reference/methods/conversations.create, conversations.setTopic, conversations.setPurpose, conversations.invite */
  channelName: 80,
  channelTopic: 250,
  channelPurpose: 250,
  invitedPerCall: 100,
  /** /surfaces/canvases; larger edits were seen to fail above about 4 kB, so a change stays below that */
  canvasTableCells: 300,
  canvasChangesPerCall: 1,
  canvasChangeBytes: 4_000,
  canvasHeadingLevels: 3,
  /** /authentication/verifying-requests-from-slack, Bolt's body limit */
  signatureAgeSeconds: 300,
  requestBytes: 4 * 1024 * 1024,
} as const;
