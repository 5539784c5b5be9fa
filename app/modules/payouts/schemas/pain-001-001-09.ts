/**
 * The part of pain.001.001.09 that we write, as an XML schema of our own: stricter than the official one (ISO 20022), which
 * allows every kind of payment in every currency. Whatever passes this passes that one; a test holds the two together where
 * the official one is at hand. It is text in a module, so that it goes along into the built product.
 */
export const paymentFileSchema = String.raw`<?xml version="1.0" encoding="UTF-8"?>
<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns="urn:iso:std:iso:20022:tech:xsd:pain.001.001.09"
  targetNamespace="urn:iso:std:iso:20022:tech:xsd:pain.001.001.09"
  elementFormDefault="qualified">

  <xs:element name="Document">
    <xs:complexType>
      <xs:sequence>
        <xs:element name="CstmrCdtTrfInitn">
          <xs:complexType>
            <xs:sequence>
              <xs:element name="GrpHdr" type="Header"/>
              <xs:element name="PmtInf" type="Batch"/>
            </xs:sequence>
          </xs:complexType>
        </xs:element>
      </xs:sequence>
    </xs:complexType>
  </xs:element>

  <xs:complexType name="Header">
    <xs:sequence>
      <xs:element name="MsgId" type="SepaId"/>
      <xs:element name="CreDtTm" type="Moment"/>
      <xs:element name="NbOfTxs" type="Count"/>
      <xs:element name="CtrlSum" type="Sum"/>
      <xs:element name="InitgPty" type="Party"/>
    </xs:sequence>
  </xs:complexType>

  <xs:complexType name="Batch">
    <xs:sequence>
      <xs:element name="PmtInfId" type="SepaId"/>
      <xs:element name="PmtMtd" type="Transfer"/>
      <xs:element name="BtchBookg" type="No"/>
      <xs:element name="NbOfTxs" type="Count"/>
      <xs:element name="CtrlSum" type="Sum"/>
      <xs:element name="PmtTpInf">
        <xs:complexType>
          <xs:sequence>
            <xs:element name="SvcLvl">
              <xs:complexType>
                <xs:sequence>
                  <xs:element name="Cd" type="Sepa"/>
                </xs:sequence>
              </xs:complexType>
            </xs:element>
          </xs:sequence>
        </xs:complexType>
      </xs:element>
      <xs:element name="ReqdExctnDt">
        <xs:complexType>
          <xs:sequence>
            <xs:element name="Dt" type="Day"/>
          </xs:sequence>
        </xs:complexType>
      </xs:element>
      <xs:element name="Dbtr" type="Party"/>
      <xs:element name="DbtrAcct" type="Account"/>
      <xs:element name="DbtrAgt" type="DebtorBank"/>
      <xs:element name="ChrgBr" type="SharedCosts"/>
      <xs:element name="CdtTrfTxInf" type="Payment" maxOccurs="unbounded"/>
    </xs:sequence>
  </xs:complexType>

  <xs:complexType name="Payment">
    <xs:sequence>
      <xs:element name="PmtId">
        <xs:complexType>
          <xs:sequence>
            <xs:element name="InstrId" type="SepaId"/>
            <xs:element name="EndToEndId" type="SepaId"/>
          </xs:sequence>
        </xs:complexType>
      </xs:element>
      <xs:element name="Amt">
        <xs:complexType>
          <xs:sequence>
            <xs:element name="InstdAmt" type="EuroAmount"/>
          </xs:sequence>
        </xs:complexType>
      </xs:element>
      <xs:element name="Cdtr" type="Party"/>
      <xs:element name="CdtrAcct" type="Account"/>
      <xs:element name="RmtInf">
        <xs:complexType>
          <xs:sequence>
            <xs:element name="Ustrd" type="Text140"/>
          </xs:sequence>
        </xs:complexType>
      </xs:element>
    </xs:sequence>
  </xs:complexType>

  <xs:complexType name="Party">
    <xs:sequence>
      <xs:element name="Nm" type="Name"/>
    </xs:sequence>
  </xs:complexType>

  <xs:complexType name="Account">
    <xs:sequence>
      <xs:element name="Id">
        <xs:complexType>
          <xs:sequence>
            <xs:element name="IBAN" type="Iban"/>
          </xs:sequence>
        </xs:complexType>
      </xs:element>
    </xs:sequence>
  </xs:complexType>

  <xs:complexType name="DebtorBank">
    <xs:sequence>
      <xs:element name="FinInstnId">
        <xs:complexType>
          <xs:choice>
            <xs:element name="BICFI" type="Bic"/>
            <xs:element name="Othr">
              <xs:complexType>
                <xs:sequence>
                  <xs:element name="Id" type="NotProvided"/>
                </xs:sequence>
              </xs:complexType>
            </xs:element>
          </xs:choice>
        </xs:complexType>
      </xs:element>
    </xs:sequence>
  </xs:complexType>

  <xs:complexType name="EuroAmount">
    <xs:simpleContent>
      <xs:extension base="Amount">
        <xs:attribute name="Ccy" type="Euro" use="required"/>
      </xs:extension>
    </xs:simpleContent>
  </xs:complexType>

  <xs:simpleType name="Amount">
    <xs:restriction base="xs:decimal">
      <xs:pattern value="[0-9]{1,9}\.[0-9]{2}"/>
      <xs:minInclusive value="0.01"/>
    </xs:restriction>
  </xs:simpleType>
  <xs:simpleType name="Sum">
    <xs:restriction base="xs:decimal">
      <xs:pattern value="[0-9]{1,15}\.[0-9]{2}"/>
      <xs:minInclusive value="0.01"/>
    </xs:restriction>
  </xs:simpleType>
  <xs:simpleType name="Count">
    <xs:restriction base="xs:string"><xs:pattern value="[1-9][0-9]{0,4}"/></xs:restriction>
  </xs:simpleType>
  <xs:simpleType name="SepaId">
    <xs:restriction base="xs:string">
      <xs:maxLength value="35"/>
      <xs:pattern value="[A-Za-z0-9\-?:().,'+]+(/[A-Za-z0-9\-?:().,'+]+)*"/>
    </xs:restriction>
  </xs:simpleType>
  <xs:simpleType name="SepaText">
    <xs:restriction base="xs:string">
      <xs:pattern value="[A-Za-z0-9\-?:().,'+]([A-Za-z0-9/\-?:().,'+ ]*[A-Za-z0-9\-?:().,'+])?"/>
    </xs:restriction>
  </xs:simpleType>
  <xs:simpleType name="Name">
    <xs:restriction base="SepaText"><xs:maxLength value="70"/></xs:restriction>
  </xs:simpleType>
  <xs:simpleType name="Text140">
    <xs:restriction base="SepaText"><xs:maxLength value="140"/></xs:restriction>
  </xs:simpleType>
  <xs:simpleType name="Iban">
    <xs:restriction base="xs:string"><xs:pattern value="[A-Z]{2}[0-9]{2}[A-Z0-9]{11,30}"/></xs:restriction>
  </xs:simpleType>
  <xs:simpleType name="Bic">
    <xs:restriction base="xs:string"><xs:pattern value="[A-Z]{6}[A-Z0-9]{2}([A-Z0-9]{3})?"/></xs:restriction>
  </xs:simpleType>
  <xs:simpleType name="Moment">
    <xs:restriction base="xs:dateTime">
      <xs:pattern value="[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}"/>
    </xs:restriction>
  </xs:simpleType>
  <xs:simpleType name="Day">
    <xs:restriction base="xs:date"><xs:pattern value="[0-9]{4}-[0-9]{2}-[0-9]{2}"/></xs:restriction>
  </xs:simpleType>
  <xs:simpleType name="Transfer">
    <xs:restriction base="xs:string"><xs:enumeration value="TRF"/></xs:restriction>
  </xs:simpleType>
  <xs:simpleType name="No">
    <xs:restriction base="xs:boolean"><xs:pattern value="false"/></xs:restriction>
  </xs:simpleType>
  <xs:simpleType name="Sepa">
    <xs:restriction base="xs:string"><xs:enumeration value="SEPA"/></xs:restriction>
  </xs:simpleType>
  <xs:simpleType name="SharedCosts">
    <xs:restriction base="xs:string"><xs:enumeration value="SLEV"/></xs:restriction>
  </xs:simpleType>
  <xs:simpleType name="NotProvided">
    <xs:restriction base="xs:string"><xs:enumeration value="NOTPROVIDED"/></xs:restriction>
  </xs:simpleType>
  <xs:simpleType name="Euro">
    <xs:restriction base="xs:string"><xs:enumeration value="EUR"/></xs:restriction>
  </xs:simpleType>
</xs:schema>
`;
